// npm's `natural` on the same articles: AggressiveTokenizerId, StemmerId (Sastrawi's algorithm), counts.
//   NODE_PATH=.../node_modules node tools/bench/natural_peer.js ROUNDS FILE...
// Prints the median MB/s of CPU time, a first round left out; so slow that a few articles must do.
"use strict";
const fs = require("fs");
const { AggressiveTokenizerId, StemmerId } = require("natural");

const BYTES_MAX = 300000;
const [rounds, ...paths] = process.argv.slice(2);
const texts = [];
let size = 0;
for (const path of paths) {
  if (size < BYTES_MAX) {
    texts.push(fs.readFileSync(path, "utf8"));
    size += fs.statSync(path).size;
  }
}
const tokenizer = new AggressiveTokenizerId();
const times = [];
let seen = 0;
for (let round = 0; round <= Number(rounds); round++) {
  const before = process.cpuUsage();
  for (const text of texts) {
    const counts = new Map();
    for (const token of tokenizer.tokenize(text)) {
      const stem = StemmerId.stem(token.toLowerCase());
      counts.set(stem, (counts.get(stem) || 0) + 1);
    }
    seen += counts.size;
  }
  const used = process.cpuUsage(before);
  if (round > 0) {
    times.push((used.user + used.system) / 1e6);
  }
}
if (seen === 0) {
  throw new Error("nothing was counted");
}
times.sort((a, b) => a - b);
console.log((size / 1e6 / times[times.length >> 1]).toFixed(4));
