package org.marsad.sources.story;
import java.util.*;
import org.junit.jupiter.api.Test;
class Tune {
  @Test void all() throws Exception {
    var pairs = StoryPairs.all();
    System.out.println(new StoryReport(pairs).tables());
    var out = new StringBuilder();
    for (var p : pairs) {
      var a = Fingerprint.of(p.earlier()); var b = Fingerprint.of(p.later());
      var o = a.sketch().overlap(b.sketch());
      var n = a.facts().ofNumbers(b.facts()); var n2=a.facts().ofTellingNumbers(b.facts()); var pl=a.facts().ofPlaces(b.facts()); var nm=a.facts().ofNames(b.facts());
      Set<Long> ka = new HashSet<>(a.textKeys()); ka.retainAll(b.textKeys());
      Set<Long> kf = new HashSet<>(a.factKeys()); kf.retainAll(b.factKeys());
      out.append(String.join("\t", p.half().name().substring(0,1), p.kind().name(), p.kind().isSame()?"1":"0", StoryReport.isLinked(p)?"1":"0",
        String.format(Locale.ROOT,"%.2f",o.jaccard()), String.format(Locale.ROOT,"%.2f",o.containment()), ""+o.smaller(), a.title()==b.title()&&a.title()!=0?"T":"-", ""+ka.size(),
        n.shared()+"/"+n.possible(), n2.shared()+"/"+n2.possible(), pl.shared()+"/"+pl.possible(), nm.shared()+"/"+nm.possible(), ""+kf.size(), a.facts().language(), b.facts().language(), ""+a.agency()+"/"+b.agency(), p.earlier().title()+" ## "+p.later().title())).append('\n');
    }
    java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/b/story/pairs.tsv"), out.toString());
  }
}
