package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;

/** Given and family names, combined by chance, so that they belong to no real person. */
record Names(String given, String family) {

  private static final String[] GIVEN = {
    "Amara", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hana", "Ines", "Jonas",
    "Keiko", "Lucia", "Mateo", "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Samir", "Tomas",
    "Una", "Viktor", "Wanda", "Ximena", "Yusuf", "Zora", "Anouk", "Bilal", "Celeste", "Diego",
    "Esra", "Fatou"
  };
  private static final String[] FAMILY = {
    "Amberfield",
    "Brookstone",
    "Cloverhill",
    "Dunmarsh",
    "Elmcastle",
    "Fernwick",
    "Goldbeck",
    "Hazelgate",
    "Ironwell",
    "Juniperson",
    "Kestrelby",
    "Larkspurn",
    "Mosswater",
    "Nettleham",
    "Oakenfold",
    "Pebbleton",
    "Quillbridge",
    "Rowanstead",
    "Silverbrook",
    "Thistledown",
    "Umberley",
    "Violetmoor",
    "Willowby",
    "Yarrowdale"
  };
  private static final Names[] SCRIPTS = {
    new Names("Ольга", "Сосновая"),
    new Names("Ἑλένη", "Θαλασσινός"),
    new Names("نور", "الغابة"),
    new Names("נועה", "יערי"),
    new Names("आशा", "पर्वत"),
    new Names("小雨", "竹林"),
    new Names("さくら", "山川"),
    new Names("하늘", "별"),
    new Names("ฟ้า", "ใบไม้"),
    new Names("ሰላም", "ወንዝ"),
    new Names("ნინო", "ტყელი"),
    new Names("Անի", "Լեռնային"),
    new Names("மலர்", "நதி"),
    new Names("Hoa", "Rừng Thông"),
    new Names("Işıl", "Çamlıbel"),
    new Names("Jürgen", "Weißdorn"),
    new Names("Þórdís", "Fjallsdóttir"),
    new Names("Zoe\u0308", "O\u2019Bra\u0301s"),
    new Names("𠮷野", "花子"),
    new Names("Ọlá", "Igbó")
  };

  static Names latin(Draw draw) {
    return new Names(draw.oneOf(GIVEN, Topic.GIVEN_NAME), draw.oneOf(FAMILY, Topic.FAMILY_NAME));
  }

  /** Returns a name in another script, or with marks that a careless program loses. */
  static Names inAnyScript(Draw draw) {
    return SCRIPTS[draw.below(SCRIPTS.length, Topic.SCRIPT)];
  }

  String full() {
    return given + " " + family;
  }
}
