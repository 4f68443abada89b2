CREATE VIRTUAL TABLE news USING fts5(title, body, tokenize = 'warta');
INSERT INTO news VALUES
  ('Bendungan Lembayung mulai diisi',
   'Balai Wilayah Sungai mulai mengisi Bendungan Lembayung, Kamis. Pengisian berlangsung sampai Maret, kata Kepala Balai.'),
  ('Petugas mengukur sawah',
   'Petugas pengairan mengukur sawah petani. Ukuran sawah menentukan jatah air dari bendungan itu.'),
  ('Anak-anak belajar di balai desa',
   'Anak-anak bermain dan belajar. Kegiatan non-akademik itu didanai desa Rp1,5 juta; “Kami senang,” ujar seorang anak.'),
  ('Bendung karet dibuka', 'Warga membendung sungai kecil dengan karung. Bendung karet di hulu dibuka pada sore hari.');

SELECT '-- the stem finds every written form';
SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH 'ukur';
SELECT '-- so does any written form';
SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH 'diukur';
SELECT '-- capitals do not matter';
SELECT rowid FROM news WHERE news MATCH 'BENDUNGAN' ORDER BY rowid;
SELECT '-- the beginning of a word is taken as written, and a stem has beginnings too (membendung)';
SELECT rowid, highlight(news, 0, '[', ']'), highlight(news, 1, '[', ']') FROM news WHERE news MATCH 'bendung*' ORDER BY rowid;
SELECT '-- pengi*';
SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH 'pengi*';
SELECT '-- phrases: stems in order';
SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH '"mengukur sawah"';
SELECT rowid FROM news WHERE news MATCH '"sawah mengukur"';
SELECT '-- a phrase with a beginning at its end';
SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH '"balai wil" *';
SELECT '-- NEAR, AND, OR, NOT, a column, the first word';
SELECT rowid FROM news WHERE news MATCH 'NEAR(isi bendungan, 2)';
SELECT rowid FROM news WHERE news MATCH 'NEAR(isi kepala, 3)';
SELECT rowid FROM news WHERE news MATCH 'sawah AND air';
SELECT rowid FROM news WHERE news MATCH 'sungai NOT karung';
SELECT rowid FROM news WHERE news MATCH 'title : balai';
SELECT rowid FROM news WHERE news MATCH '^petugas' ORDER BY rowid;
SELECT '-- doubled and hyphenated words: whole, by root, by part';
SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH 'anak';
SELECT rowid FROM news WHERE news MATCH '"anak-anak"';
SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH '"non-akademik"';
SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH 'akademik';
SELECT '-- amounts';
SELECT highlight(news, 1, '[', ']') FROM news WHERE news MATCH '"Rp1,5 juta"';
SELECT '-- snippet';
SELECT snippet(news, 1, '[', ']', '...', 4) FROM news WHERE news MATCH 'jatah';
SELECT '-- rank: three mentions before one, unless the headline weighs more';
CREATE VIRTUAL TABLE ranked USING fts5(title, body, tokenize = 'warta');
INSERT INTO ranked VALUES('Sawah', 'Petani memupuk sawah.'), ('Pupuk', 'Petani membeli benih.'), ('Kebun', 'Pemupukan kebun: dipupuk sekali, pupuk kandang.'),
  ('Pasar', 'Harga cabai naik.'), ('Sekolah', 'Guru mengajar murid.'), ('Jalan', 'Jalan desa diperbaiki.'), ('Kapal', 'Kapal berlayar pagi ini.');
SELECT title FROM ranked WHERE ranked MATCH 'pupuk' ORDER BY rank;
SELECT title FROM ranked WHERE ranked MATCH 'pupuk' AND rank MATCH 'bm25(10.0, 1.0)' ORDER BY rank;
SELECT printf('%.3f', -bm25(ranked)) FROM ranked WHERE ranked MATCH 'pemupukan' ORDER BY rank;
SELECT '-- nothing to ask for';
SELECT count(*) FROM news WHERE news MATCH '"!?"';
SELECT count(*) FROM news WHERE news MATCH '""';
SELECT '-- what stands at each place';
CREATE VIRTUAL TABLE places USING fts5vocab(news, 'instance');
SELECT offset, group_concat(term, ' ') FROM (SELECT * FROM places WHERE doc = 3 AND col = 'body' ORDER BY offset, term)
  GROUP BY offset;
