-- Only an ADMIN acts for every brand: any other token without one would slip past the check of brands.
ALTER TABLE api_token ADD CONSTRAINT api_token_brand_check CHECK (role = 'ADMIN' OR brand_id IS NOT NULL);
