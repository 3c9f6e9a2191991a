-- Audits a table and shows the verdicts; any error rolls the run back and ends psql with 3.
--   psql --dbname=city --set=requests=public.requests --set=city=/srv/311/city.yaml --file=audit.sql
-- --set=program=/opt/wardline names another command than the one on the server's PATH.
\set ON_ERROR_STOP on
\if :{?program}
\else
\set program wardline
\endif
SELECT wardline.audit(:'requests'::regclass, :'city', program => :'program') AS run \gset
SELECT layer, verdict, requests FROM wardline.verdicts WHERE run = :run ORDER BY layer, requests DESC, verdict;
