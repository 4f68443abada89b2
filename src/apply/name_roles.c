#include "name_roles.h"

#include <stddef.h>

#define ROLE_ROW(words)                                                                            \
  { words, sizeof(words) - 1 }

/* By first letter; words in order of bytes, each with the letter of its role. Own work, from
 * general knowledge of Indonesian news. */
static const wi_str ROLES['z' - 'a' + 1] = {
    ROLE_ROW(
        "abdul/n abdullah/n aceh/p adi/n advokat/o afganistan/p agus/n ahmad/n aipda/r aiptu/r "
        "akbp/r akhir/q akibat/w akp/r aktif/q aktivis/o aktor/t aktris/t alasan/w ali/n "
        "aljazair/p aman/q ambon/p amerika/p amir/n analis/o andi/n anggota/o angka/w "
        "apartemen/b arab/p arah/w arena/w argentina/p arif/n artis/t asisten/o asli/q "
        "asosiasi/b aspek/w atas/q australia/p austria/p awal/q"),
    ROLE_ROW(
        "babel/p badan/b bagian/w bagus/q baik/q balai/b bali/p balikpapan/p bambang/n "
        "bandara/b bandung/p bangkit/q bangladesh/p banjarmasin/p bank/b banten/p banyak/q "
        "banyuwangi/p bappenas/p barat/q basarnas/p basuki/n batal/q batam/p bawah/q bawaslu/p "
        "bayu/n beda/q bek/t bekasi/p belanda/p benar/q bendahara/o bendungan/b bengkulu/p "
        "berat/q bersih/q besar/q besarnya/q bidang/w bilateral/q bisa/q bogor/p bos/t brasil/p "
        "brigadir/r brigjen/r bripda/r bripka/r briptu/r brunei/p buatan/w budi/n bulanan/q "
        "bupati/s buruk/q"),
    ROLE_ROW("cagub/t calon/o camat/s candi/b candra/n capres/t cawagub/t cawapres/t ceko/p ceo/t "
             "cepat/q cfo/o chairman/o chile/p china/p cianjur/p cirebon/p coo/o cv/b"),
    ROLE_ROW("daerah/w dalam/q dampak/w danau/b dandim/s danrem/s data/w datang/q dedi/n dekan/o "
             "demokrat/p dengar/q denmark/p denpasar/p depan/q depok/p deputi/o desa/b dewan/b "
             "dewi/n dian/n dinas/b director/o direktorat/b direktur/o direskrimum/o dirjen/t "
             "dirut/t diy/p dki/p dosen/o drs/r dunia/w dusun/b dwi/n"),
    ROLE_ROW("edhy/n edi/n edy/n efektif/q efisien/q eka/n eko/n ekonom/t eksekutif/g ekuador/p"),
    ROLE_ROW(
        "faktor/w fasilitas/w fed/p federasi/b filipina/p finlandia/p forum/b founder/o front/b "
        "fungsi/w"),
    ROLE_ROW(
        "gagal/q gambar/w garut/p gedung/b gelandang/t gerakan/b gerbang/b gereja/b gerindra/p "
        "ghana/p global/q golkar/p gorontalo/p gratis/q gresik/p grup/b gubernur/s gunung/b "
        "guru/o"),
    ROLE_ROW(
        "habib/r hadi/n hadir/q haiti/p hakim/o hanura/p harapan/w harian/g hasan/n hasil/w "
        "hasto/n hatta/n hendra/n heru/n hidayat/n hidup/q hilang/q himpunan/b hj/r hongkong/p "
        "hotel/b humas/o hungaria/p"),
    ROLE_ROW("ikatan/b ikut/q ilmuwan/o imam/n india/p indonesia/p indra/n informasi/w ingat/q "
             "inggris/p institut/b intan/n internasional/q ipda/r iptu/r iqbal/n irak/p iran/p "
             "irjen/r irlandia/p israel/p italia/p"),
    ROLE_ROW(
        "jabar/p jakarta/p jaksa/o jalan/b jalur/w jambi/p jateng/p jatim/p jatuh/q jawa/p "
        "jawaban/w jayapura/p jelas/q jembatan/b jember/p jenderal/r jenis/w jepang/p jerman/p "
        "jogja/p joko/n jubir/t juru/o"),
    ROLE_ROW(
        "kabag/o kabar/w kabareskrim/t kabid/o kabiro/o kabupaten/b kades/s kadis/o kadisdik/s "
        "kadiv/o kajari/s kajati/o kakanwil/s kalah/q kalbar/p kalimantan/p kalsel/p kaltara/p "
        "kalteng/p kaltim/p kamboja/p kamerun/p kampung/b kanada/p kanan/q kanit/o kantor/b "
        "kapolda/s kapolres/s kapolresta/s kapolrestabes/s kapolri/t kapolsek/s kapten/t "
        "kapuspenkum/t karawang/p karo/o kartika/n kasat/o kasi/o kasubdit/o kata/w kawasan/b "
        "keadaan/w keberadaan/w kebutuhan/w kecamatan/b kecewa/q kecil/q kegiatan/w kehadiran/w "
        "keinginan/w kejagung/p keluar/q kelurahan/b kemenag/p kemendag/p kemendagri/p "
        "kemendikbud/p kemenhan/p kemenhub/p kemenkes/p kemenkeu/p kemenko/b kemenkumham/p "
        "kemenlu/p kemenperin/p kemensos/p kementerian/b kemnaker/p kenya/p kepala/o kepri/p "
        "kesempatan/w ketat/q keterangan/w ketua/o ketum/t kh/r khawatir/q kiai/r kiper/t "
        "kiri/q kolombia/p kolonel/r komandan/t kombes/r komisaris/o komisi/b komisioner/o "
        "komite/b komjen/r kompol/r komprehensif/q kondisi/w kondusif/q kongo/p koordinator/o "
        "korea/p korps/b kosong/q kota/b kotor/q kroasia/p kuasa/q kuat/q kuba/p kupang/p "
        "kyai/r"),
    ROLE_ROW(
        "laksamana/r lambat/q lampung/p lancar/q langkah/w lanjutan/q laos/p laut/b layanan/w "
        "lebih/q lemah/q lembaga/b letda/r letjen/r letkol/r lettu/r level/w lewat/q libanon/p "
        "liga/b lihat/q lili/n lokal/q lolos/q longgar/q luar/q luas/q lukman/n lupa/q lurah/s"),
    ROLE_ROW(
        "mahal/q mahkamah/b majelis/b makassar/p maksimal/q mal/b malang/p malaysia/p maluku/p "
        "manado/p manager/o manajer/o manfaat/w mantan/o marah/q maroko/p marsda/r marsekal/r "
        "maruf/n masjid/b masuk/q masyarakat/w mataram/p mati/q mayjen/r mayor/r medan/p "
        "media/w meksiko/p menag/t menaker/t menang/q mendag/t mendagri/t mendikbud/t menhan/t "
        "menhub/t menkes/t menkeu/t menko/o menkominfo/t menkumham/t menlu/t menpan/t "
        "menparekraf/t menperin/t menpora/t mensesneg/t mensos/t menteri/o mesir/p mingguan/q "
        "minimal/q moch/n modern/q mohammad/n monumen/b mr/r mrs/r muda/g mudah/q muhammad/n "
        "murah/q museum/b musim/w musisi/t myanmar/p"),
    ROLE_ROW("naik/q naiknya/q nama/w nasdem/p nasional/q negara/w negatif/q nekat/q nepal/p "
             "nigeria/p nilai/w normal/q norwegia/p ntb/p ntt/p nur/n nurul/n nusantara/p nyata/q "
             "nyonya/r"),
    ROLE_ROW("operasi/b optimal/q optimis/q orang/w otorita/b"),
    ROLE_ROW(
        "padang/p pakar/t pakistan/p palembang/p palestina/p palsu/q pangdam/s pangeran/t "
        "panglima/o panjang/q pantai/b papua/p paraguay/p parah/q partai/b pasar/b pasti/q "
        "paus/t pekanbaru/p pelabuhan/b pelaksana/g pelaksanaan/w pelatih/t pemanfaatan/w "
        "pembahasan/w pembalap/o pembicaraan/w pembuatan/w pemilu/b pemkab/p pemkot/p pemprov/p "
        "pendek/q pendeta/r pendiri/o peneliti/o pengacara/t pengamat/t penggunaan/w "
        "pengunjung/w pengusaha/o peningkatan/w penjelasan/w penting/q penuh/q penurunan/w "
        "penyanyi/t penyebab/w penyelenggaraan/w penyerang/t peran/w peranan/w perancis/p "
        "percaya/q perdana/o pergi/q perhatian/w perhimpunan/b perindo/p periode/w pernyataan/w "
        "perppu/b perpres/b persatuan/b persiapan/w pertamina/p pertandingan/w pertanyaan/w "
        "peru/p perum/b perumahan/b peserta/w petinju/o petugas/o piala/b pikir/q pileg/b "
        "pilgub/b pilkada/b pilpres/b pj/o pjs/o plaza/b plt/o pm/t poin/w pol/r polandia/p "
        "polda/b politeknik/b politikus/o politisi/o polres/b polresta/b polrestabes/b polri/b "
        "polsek/b pontianak/p portugal/p posisi/w positif/q potensial/q pp/b praktis/q "
        "prancis/p presiden/t president/t pria/w prof/r profesor/r program/w proses/w "
        "provinsi/b pt/b puan/n puas/q publik/w pulang/q pulau/b purwakarta/p"),
    ROLE_ROW("qatar/p"),
    ROLE_ROW(
        "rahmat/n raja/t ramai/q ratna/n ratu/t regional/q rektor/o rencana/w rendah/q resmi/q "
        "retno/n ri/p riau/p ringan/q rini/n rizki/n rombongan/w romo/r rs/b rsu/b rsud/b rt/b "
        "rumah/b rusia/p"),
    ROLE_ROW(
        "sakit/q sama/q samarinda/p sandi/n sarana/w satria/n satuan/b sd/b sedih/q sedikit/q "
        "sehat/q sekjen/t sekolah/b sekretaris/o sektor/w selat/b selatan/q selesai/q "
        "semarang/p sempit/q senang/q senegal/p senior/g sepi/q serbia/p serda/r seri/w "
        "serius/q serka/r setara/q setya/n siap/q sibuk/q sidoarjo/p sigit/n signifikan/q "
        "singapura/p sir/r sisi/w sistem/w siti/n situasi/w skotlandia/p slamet/n sma/b sman/b "
        "smk/b smp/b smpn/b sofyan/n solo/p spanyol/p sri/n stabil/q stadion/b staf/o stasiun/b "
        "strategis/q striker/t sudan/p sugeng/n sukabumi/p sukses/q sulawesi/p sulbar/p sulit/q "
        "sulsel/p sultan/t sulteng/p sultra/p sulut/p sumatera/p sumatra/p sumbar/p sumsel/p "
        "sumut/p sungai/b surabaya/p suriah/p susah/q susi/n suster/r sutradara/o swedia/p "
        "swiss/p"),
    ROLE_ROW("tahap/w tahapan/w tahu/q tahunan/q taiwan/p tajam/q takut/q taman/b tangerang/p "
             "tasikmalaya/p taufik/n tbk/b teguh/n teluk/b tempat/w tempatan/w tengah/q tepat/q "
             "terkini/q terminal/b tewas/q thailand/p tiba/q timnas/p timur/q tinggi/q tingginya/q "
             "tingkat/w tiongkok/p tipe/w titik/w tito/n tol/b tradisional/q tri/n tua/q tuan/r "
             "tujuan/w tunisia/p turki/p turun/q turunnya/q"),
    ROLE_ROW("ukraina/p umum/g universitas/b unsur/w upaya/w uruguay/p uskup/r ustad/r ustadz/r "
             "ustaz/r ustazah/t utama/g utara/q utuh/q uu/b uud/b"),
    ROLE_ROW("venezuela/p vietnam/p viral/q"),
    ROLE_ROW("wabup/s waduk/b wagub/s wahid/n wahyu/n wakapolda/s wakapolres/s waketum/t wakil/o "
             "wales/p wali/s walikota/s wamen/o wanita/w wapres/t warga/w wartawan/w wawalkot/s "
             "wibowo/n"),
    ROLE_ROW(""),
    ROLE_ROW("yaman/p yayasan/b yogyakarta/p yordania/p yudi/n yunani/p yusuf/n"),
    ROLE_ROW("zulkifli/n")};

enum { LONGEST_WORD = 15, ROLE_MARK = 2 };

static wi_name_role role_of_letter(char letter) {
  switch (letter) {
  case 'o':
    return WI_ROLE_OFFICE;
  case 's':
    return WI_ROLE_SEAT;
  case 'r':
    return WI_ROLE_RANK;
  case 'g':
    return WI_ROLE_GRADE;
  case 'b':
    return WI_ROLE_BODY;
  case 't':
    return WI_ROLE_TITLE;
  case 'p':
    return WI_ROLE_PLACE;
  case 'n':
    return WI_ROLE_GIVEN;
  case 'q':
    return WI_ROLE_QUALITY;
  case 'w':
    return WI_ROLE_GENERAL;
  default:
    return WI_ROLE_NONE;
  }
}

static wi_name_role find_role(wi_str list, wi_str word) {
  size_t low = 0;
  size_t high = list.len;
  while (low < high) {
    size_t start = low + (high - low) / 2;
    while (start > low && list.ptr[start - 1] != ' ') {
      start--;
    }
    size_t end = start;
    while (end < list.len && list.ptr[end] != ' ') {
      end++;
    }
    const int order = wi_str_compare(word, wi_str_slice(list, start, end - ROLE_MARK));
    if (order == 0) {
      return role_of_letter(list.ptr[end - 1]);
    }
    if (order < 0) {
      high = start;
    } else {
      low = end + 1;
    }
  }
  return WI_ROLE_NONE;
}

wi_name_role wi_name_role_of(wi_str word) {
  char lower[LONGEST_WORD];
  if (word.len == 0 || word.len > sizeof lower) {
    return WI_ROLE_NONE;
  }
  for (size_t i = 0; i < word.len; i++) {
    const char c = word.ptr[i];
    lower[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  if (lower[0] < 'a' || lower[0] > 'z') {
    return WI_ROLE_NONE;
  }
  return find_role(ROLES[lower[0] - 'a'], (wi_str){lower, word.len});
}
