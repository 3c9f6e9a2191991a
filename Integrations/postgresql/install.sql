-- Schema wardline: audits of tables by the command wardline, their findings, and views on them. Again is harmless.
--   psql --dbname=city --file=install.sql
\set ON_ERROR_STOP on
BEGIN;

CREATE SCHEMA IF NOT EXISTS wardline;

-- One audit a row. `summary` is what --summary writes: counts, figures, warnings, what was taken for granted.
CREATE TABLE IF NOT EXISTS wardline.runs (
    run bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    requests text NOT NULL,
    city text NOT NULL,
    audited_at timestamptz NOT NULL DEFAULT now(),
    -- Whether the findings hold the requests that are routed correctly too.
    complete boolean NOT NULL,
    summary jsonb
);

-- One request in one layer a row: the columns of wardline audit -o, in their order, after the run's number.
CREATE TABLE IF NOT EXISTS wardline.findings (
    run bigint NOT NULL DEFAULT currval('wardline.runs_run_seq') REFERENCES wardline.runs ON DELETE CASCADE,
    request_id text,
    layer text NOT NULL,
    assigned text,
    expected text,
    verdict text NOT NULL,
    cause text,
    distance_m numeric,
    margin_m numeric,
    uncertainty_m numeric,
    position_source text,
    longitude numeric,
    latitude numeric,
    category text,
    opened timestamptz,
    address text,
    evidence text,
    status text,
    closed timestamptz,
    days_open integer,
    channel text
);
CREATE INDEX IF NOT EXISTS findings_by_verdict ON wardline.findings (run, layer, verdict);
CREATE INDEX IF NOT EXISTS findings_by_request ON wardline.findings (request_id, run);

-- Rows that could not be read or judged. `line` counts lines of the table as CSV, the names of the columns being line 1.
CREATE TABLE IF NOT EXISTS wardline.rejects (
    run bigint NOT NULL DEFAULT currval('wardline.runs_run_seq') REFERENCES wardline.runs ON DELETE CASCADE,
    line bigint,
    request_id text,
    kind text NOT NULL,
    reason text NOT NULL
);
CREATE INDEX IF NOT EXISTS rejects_by_run ON wardline.rejects (run);

-- Returns a text as one word of a POSIX shell, whatever is in it.
CREATE OR REPLACE FUNCTION wardline.shell_word(word text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog
AS $$ SELECT '''' || replace(word, '''', '''\''''') || '''' $$;

-- Audits a table, view or materialized view as the caller sees it now, and returns the number of the run.
--
-- The program runs on the server, as the account of PostgreSQL: the caller needs pg_execute_server_program, the account
-- the right to read the city file and all that it names. Where the program fails, its own words are the error, and
-- nothing of the run is kept. In between, findings stand in a folder of /tmp that only the account can read; it goes in any case.
--   requests  what is audited; its columns are those that the city file names
--   city      the path of the city file on the server
--   complete  keep the correct ones too; without them the view open_cases leaves the run out
--   jobs      threads of the program
--   program   the command, by its path or by its name on the server's PATH
CREATE OR REPLACE FUNCTION wardline.audit(
    requests regclass, city text, complete boolean DEFAULT true, jobs integer DEFAULT 1, program text DEFAULT 'wardline')
RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
-- Texts of dates and numbers that say the same whatever the caller's session is set to.
SET datestyle = 'ISO, YMD'
SET extra_float_digits = 1
AS $$
DECLARE
    folder text := '/tmp/wardline-audit-' || gen_random_uuid();
    command text;
    run_number bigint;
    sent bigint;
    kept bigint;
    word text;
    -- What the command writes, in its order; another version's columns are refused, not mistaken.
    columns text := 'request_id,layer,assigned,expected,verdict,cause,distance_m,margin_m,uncertainty_m,position_source,longitude,'
        || 'latitude,category,opened,address,evidence,status,closed,days_open,channel';
BEGIN
    IF requests IS NULL OR city IS NULL OR complete IS NULL OR jobs IS NULL OR program IS NULL THEN
        RAISE EXCEPTION 'wardline.audit takes no NULL';
    END IF;
    command := format('umask 077; mkdir %1$s && exec 3>%1$s/status && { %2$s audit - --city %3$s --jobs %4$s --quiet %5$s'
        || ' -o %1$s/findings.csv --rejects %1$s/rejects.csv --summary %1$s/summary.json >%1$s/text 2>%1$s/errors;'
        -- A program that gave up early leaves rows unread; they are taken, so that its own words are the error.
        || ' echo $? >&3; cat >/dev/null; }',
        folder, wardline.shell_word(program), wardline.shell_word(city), jobs, CASE WHEN complete THEN '--all' END);
    INSERT INTO wardline.runs (requests, city, complete)
        VALUES (requests::text, city, complete) RETURNING run INTO run_number;

    EXECUTE format('COPY (SELECT * FROM %s) TO PROGRAM %L (FORMAT csv, HEADER, ENCODING ''UTF8'')', requests, command);
    GET DIAGNOSTICS sent = ROW_COUNT;
    CREATE TEMPORARY TABLE wardline_words (number bigint GENERATED ALWAYS AS IDENTITY, line text);

    -- A delimiter and a quote that no line of text or JSON holds make one column of each line.
    EXECUTE format('COPY pg_temp.wardline_words (line) FROM PROGRAM %L (FORMAT csv, DELIMITER E''\x01'', QUOTE E''\x02'', ENCODING ''UTF8'')',
        format('cat %1$s/status; head -n 1 %1$s/findings.csv 2>/dev/null || echo; cat %1$s/errors', folder));
    SELECT line INTO word FROM pg_temp.wardline_words WHERE number = 1;
    IF word IS DISTINCT FROM '0' THEN
        RAISE EXCEPTION USING ERRCODE = 'external_routine_exception', MESSAGE = format('%s could not be audited: %s', requests,
            coalesce((SELECT string_agg(line, E'\n' ORDER BY number) FROM pg_temp.wardline_words WHERE number > 2),
                     format('the program ended with status %s and said nothing', word)));
    END IF;
    SELECT line INTO word FROM pg_temp.wardline_words WHERE number = 2;
    IF word IS DISTINCT FROM columns THEN
        RAISE EXCEPTION '% writes other columns than this schema has: %; run install.sql of its version', program, word;
    END IF;

    TRUNCATE pg_temp.wardline_words;
    EXECUTE format('COPY pg_temp.wardline_words (line) FROM PROGRAM %L (FORMAT csv, DELIMITER E''\x01'', QUOTE E''\x02'', ENCODING ''UTF8'')',
        format('cat %s/summary.json', folder));
    UPDATE wardline.runs SET summary = (SELECT string_agg(line, E'\n' ORDER BY number) FROM pg_temp.wardline_words)::jsonb
        WHERE run = run_number;
    DROP TABLE pg_temp.wardline_words;

    EXECUTE format('COPY wardline.findings (%s) FROM PROGRAM %L (FORMAT csv, HEADER, ENCODING ''UTF8'')',
        columns, format('cat %s/findings.csv', folder));
    GET DIAGNOSTICS kept = ROW_COUNT;
    EXECUTE format('COPY wardline.rejects (line, request_id, kind, reason) FROM PROGRAM %L (FORMAT csv, HEADER, ENCODING ''UTF8'')',
        format('cat %s/rejects.csv; rm -r %1$s', folder));

    PERFORM wardline.check_run(run_number, sent, kept);
    RETURN run_number;
EXCEPTION WHEN query_canceled OR OTHERS THEN
    BEGIN
        EXECUTE format('COPY (SELECT 1 WHERE false) TO PROGRAM %L', format('rm -rf %s', folder));
    EXCEPTION WHEN insufficient_privilege THEN
        NULL;  -- Who may run no program has made no folder.
    END;
    RAISE;
END $$;

-- Raises an error unless each row that was sent was read or rejected and each verdict but the correct ones has its finding;
-- then tells the audit's warnings as warnings.
CREATE OR REPLACE FUNCTION wardline.check_run(run_number bigint, sent bigint, kept bigint) RETURNS void
LANGUAGE plpgsql STRICT
SET search_path = pg_catalog
AS $$
DECLARE
    counted wardline.runs;
    read bigint;
    told bigint;
    words text;
BEGIN
    SELECT * INTO counted FROM wardline.runs WHERE run = run_number;
    read := counted.summary->'counts'->>'rows';
    IF read IS DISTINCT FROM sent THEN
        RAISE EXCEPTION '% rows of % were sent, and wardline read %', sent, counted.requests, read;
    END IF;
    SELECT sum(requests) INTO told FROM wardline.verdicts
        WHERE run = run_number AND (counted.complete OR verdict <> 'correct');
    IF told IS DISTINCT FROM kept THEN
        RAISE EXCEPTION '% findings of % arrived, and wardline counted %', kept, counted.requests, told;
    END IF;
    FOR words IN SELECT jsonb_array_elements_text(counted.summary->'warnings') LOOP
        RAISE WARNING '%', words;
    END LOOP;
END $$;

-- The latest run of each table and city.
CREATE OR REPLACE VIEW wardline.latest AS
SELECT DISTINCT ON (requests, city) * FROM wardline.runs ORDER BY requests, city, run DESC;

-- How many requests have which verdict in each layer, as the command counted them: with the correct ones, and with zeros.
CREATE OR REPLACE VIEW wardline.verdicts AS
SELECT run, left(name, -length(verdict) - 1) AS layer, verdict, value::bigint AS requests
FROM wardline.runs
CROSS JOIN LATERAL jsonb_each_text(summary->'counts') AS counts (name, value)
JOIN unnest(ARRAY['correct', 'misrouted', 'uncertain', 'outside', 'unassigned', 'unknown_area', 'unlocatable'])
    AS known (verdict) ON name LIKE '%.' || replace(verdict, '_', '\_');

-- Why requests are misrouted.
CREATE OR REPLACE VIEW wardline.causes AS
SELECT run, layer, cause, count(*) AS requests, min(opened) AS first_opened, max(opened) AS last_opened
FROM wardline.findings WHERE verdict = 'misrouted' GROUP BY run, layer, cause;

-- From where to where requests were misrouted, and how many of them by which cause.
CREATE OR REPLACE VIEW wardline.matrix AS
SELECT run, layer, assigned, expected, sum(requests)::bigint AS requests, jsonb_object_agg(cause, requests) AS causes
FROM (
    SELECT run, layer, assigned, expected, cause, count(*) AS requests
    FROM wardline.findings WHERE verdict = 'misrouted' GROUP BY run, layer, assigned, expected, cause
) AS by_cause
GROUP BY run, layer, assigned, expected;

-- Open requests by area: where they lie or, where nothing places them, where the CRM put them; NULL is outside every area.
-- A request without a day of opening may be open or not: it is counted apart. Of complete runs only.
CREATE OR REPLACE VIEW wardline.open_cases AS
SELECT run, layer, CASE WHEN verdict <> 'outside' THEN coalesce(expected, assigned) END AS area,
    count(*) FILTER (WHERE days_open IS NOT NULL) AS open_requests,
    count(*) FILTER (WHERE days_open IS NOT NULL AND verdict = 'misrouted') AS sent_elsewhere,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY days_open) AS median_days_open,
    max(days_open) AS most_days_open,
    count(*) FILTER (WHERE opened IS NULL) AS undated
FROM wardline.findings JOIN wardline.runs USING (run)
WHERE complete AND findings.closed IS NULL AND (days_open IS NOT NULL OR opened IS NULL)
GROUP BY run, layer, area;

-- Addresses stand in the findings: who reads them is granted it by name.
REVOKE ALL ON SCHEMA wardline FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wardline FROM PUBLIC;

COMMIT;
