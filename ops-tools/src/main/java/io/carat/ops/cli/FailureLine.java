package io.carat.ops.cli;

import io.carat.ops.client.CaratFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a command's failure in one line on stderr, never with a stack trace. */
final class FailureLine implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(line(failure));
        return CaratCommand.FAILED;
    }

    private static String line(Exception failure) {
        return failure instanceof CaratFailure
                ? String.valueOf(failure.getMessage())
                : "This is a defect of the command line: " + failure;
    }
}
