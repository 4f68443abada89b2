CREATE VIRTUAL TABLE t1 USING fts5(x, tokenize = 'warta');
CREATE VIRTUAL TABLE t2 USING fts5(x, tokenize = 'warta stemmer snowball');
CREATE VIRTUAL TABLE t3 USING fts5(x, tokenize = 'warta stemmer none stop skip');
CREATE VIRTUAL TABLE t4 USING fts5(x, tokenize = 'warta LABELS Skip stop KEEP stemmer Roots');
CREATE TEMP TABLE page(x);
INSERT INTO page VALUES('Petani memanen cabai

Oleh: Ratna Sari

JEMBER, KabarKita.id - Petani yang tergabung dalam koperasi memanen cabai rawit di lereng Argopuro pada pekan ini.

Baca juga: Harga beras turun

Harga di tingkat petani mencapai 60 ribu rupiah per kilogram. Mereka berharap harga itu bertahan.
');
INSERT INTO t1 SELECT x FROM page;
INSERT INTO t2 SELECT x FROM page;
INSERT INTO t3 SELECT x FROM page;
INSERT INTO t4 SELECT x FROM page;
SELECT '-- roots: panen (from memanen), beras (from the link)';
SELECT count(*) FROM t1 WHERE t1 MATCH 'panen AND beras AND yang';
SELECT '-- snowball knows this one too, none has no stems';
SELECT count(*) FROM t2 WHERE t2 MATCH 'panen';
SELECT count(*) FROM t3 WHERE t3 MATCH 'panen';
SELECT count(*) FROM t3 WHERE t3 MATCH 'memanen';
SELECT '-- without stop words there is nothing to find, and phrases close over them';
SELECT count(*) FROM t3 WHERE t3 MATCH 'yang';
SELECT count(*) FROM t3 WHERE t3 MATCH '"petani tergabung"';
SELECT count(*) FROM t1 WHERE t1 MATCH '"petani tergabung"';
SELECT '-- without labelled spans the link is not found, the headline is, and a query is never a label';
SELECT count(*) FROM t4 WHERE t4 MATCH 'beras';
SELECT count(*) FROM t4 WHERE t4 MATCH 'ratna';
SELECT count(*) FROM t4 WHERE t4 MATCH '^petani';
SELECT count(*) FROM t4 WHERE t4 MATCH '"oleh: ratna"';
SELECT count(*) FROM t1 WHERE t1 MATCH '"oleh: ratna"';
SELECT snippet(t4, 0, '[', ']', '...', 5) FROM t4 WHERE t4 MATCH 'harga';
INSERT INTO t4(t4) VALUES('integrity-check');
SELECT '-- what is no option; SQLite has the reason in its log';
.log stdout
CREATE VIRTUAL TABLE bad USING fts5(x, tokenize = 'warta stemmer porter');
CREATE VIRTUAL TABLE bad USING fts5(x, tokenize = 'warta stop');
CREATE VIRTUAL TABLE bad USING fts5(x, tokenize = 'warta labels maybe');
CREATE VIRTUAL TABLE bad USING fts5(x, tokenize = 'warta colour red');

.log off
SELECT '-- a name can be had again after it failed';
CREATE VIRTUAL TABLE bad USING fts5(x, tokenize = 'warta');
