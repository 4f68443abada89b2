// The Indonesian stemmer of npm's `natural` (Sastrawi's algorithm) on a list of words, one a line.
// Install it anywhere (npm install natural), then:
//   NODE_PATH=.../node_modules node tools/bench/natural_stem.js WORDS [ROUNDS]
// Prints the median words a second, the first round (a cold program) left out.
"use strict";
const fs = require("fs");
const { StemmerId } = require("natural");

const [path, rounds = "7"] = process.argv.slice(2);
const words = fs.readFileSync(path, "utf8").split(/\r?\n/).filter((word) => word.length > 0);
const times = [];
let seen = 0;
for (let round = 0; round <= Number(rounds); round++) {
  const before = process.cpuUsage();
  for (const word of words) {
    seen += StemmerId.stem(word).length;
  }
  const used = process.cpuUsage(before);
  if (round > 0) {
    times.push((used.user + used.system) / 1e6);
  }
}
times.sort((a, b) => a - b);
const median = times[times.length >> 1];
console.log(`${words.length} words, median of ${times.length} rounds (CPU time)`);
console.log(`natural StemmerId ${Math.round(words.length / median)} words/s (${seen})`);
