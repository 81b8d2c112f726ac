// Runs in the interpreter within the program, when a report is written: LaTeX to presentation MathML.
// ECMAScript 5.

// Browsers take no mathvariant but "normal", so letters of other alphabets become their own characters,
// written as references, since the interpreter's strings can't hold them.
var alphabets = {
  "double-struck": { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8, C: 0x2102, H: 0x210d, N: 0x2115, P: 0x2119, Q: 0x211a, R: 0x211d, Z: 0x2124 },
  script: { upper: 0x1d49c, lower: 0x1d4b6, B: 0x212c, E: 0x2130, F: 0x2131, H: 0x210b, I: 0x2110, L: 0x2112, M: 0x2133, R: 0x211b, e: 0x212f, g: 0x210a, o: 0x2134 },
  fraktur: { upper: 0x1d504, lower: 0x1d51e, C: 0x212d, H: 0x210c, I: 0x2111, R: 0x211c, Z: 0x2128 },
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce },
  "bold-italic": { upper: 0x1d468, lower: 0x1d482 },
  "sans-serif": { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 }
};

function inAlphabet(letter, alphabet) {
  if (alphabet[letter]) return "&#" + alphabet[letter] + ";";
  var ranges = [["upper", "A", "Z"], ["lower", "a", "z"], ["digit", "0", "9"]];
  for (var i = 0; i < ranges.length; i++) {
    var first = alphabet[ranges[i][0]];
    if (first && letter >= ranges[i][1] && letter <= ranges[i][2]) {
      return "&#" + (first + letter.charCodeAt(0) - ranges[i][1].charCodeAt(0)) + ";";
    }
  }
  return letter;
}

function withCharacters(whole, tag, variant, text) {
  var alphabet = alphabets[variant];
  if (!alphabet) return whole;
  return "<" + tag + ' mathvariant="normal">' + text.replace(/[A-Za-z0-9]/g, function (letter) {
    return inAlphabet(letter, alphabet);
  }) + "</" + tag + ">";
}

// One <math> element. Throws for what is no LaTeX.
function typeset(source) {
  var page = katex.renderToString(source, {
    output: "mathml", displayMode: true, throwOnError: true, strict: "ignore", trust: false
  });
  return page.replace(/^<span class="katex">/, "").replace(/<\/span>$/, "")
    .replace(/<annotation[^>]*>[^<]*<\/annotation>/, "")
    .replace(/<(mi|mn|mtext|mo) mathvariant="([a-z-]+)">([A-Za-z0-9 ]+)<\/\1>/g, withCharacters);
}
