package io.carat.ops.cli;

import io.carat.ops.bench.PairKind;
import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.ProviderChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads constants as people write them on a command line: {@code one-hot} for {@code ONE_HOT}. */
abstract class EnumWords<E extends Enum<E>> implements ITypeConverter<E> {

    private final E[] constants;

    private EnumWords(E[] constants) {
        this.constants = constants;
    }

    @Override
    public E convert(String word) {
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of "
                        + Arrays.stream(constants).map(EnumWords::word).collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static final class Contestants extends EnumWords<ContestantKind> {
        Contestants() {
            super(ContestantKind.values());
        }
    }

    static final class Loads extends EnumWords<Load> {
        Loads() {
            super(Load.values());
        }
    }

    static final class Providers extends EnumWords<ProviderChoice> {
        Providers() {
            super(ProviderChoice.values());
        }
    }

    static final class PairKinds extends EnumWords<PairKind> {
        PairKinds() {
            super(PairKind.values());
        }
    }
}
