# What is JSON and what is not (RFC 8259): the id and text that are read, or why the line is refused.
. "$(dirname "$0")/lib.sh"
while IFS= read -r line; do
  printf '%s\n' "$line"
  printf '%s\n' "$line" | warta tokens --from jsonl --format jsonl 2>&1 |
    sed 's/"type".*"surface":/"surface":/; s/,"norm".*//; s/ (one object a line.*//'
done <<'END'
{"text":"satu","id":1e3}
{"text":"satu","id":12345678901234567890123}
{"text":"satu","id":[1, {"a":true}]}
{"text":"satu","id":null}
{"text":"satu","text":"dua"}
{"text":"satu","text":null}
{"te\u0078t":"dua"}
 { "text" : "dua" , "id" : 7 } 
{"a":[1,{"b":[{}]},[]],"text":"dua"}
{"text":"\ud83d\ude00"}
{"text":"\ud83dx"}
{"text":"\ud83d\u0041"}
{"text":"\"\\\/\b\f\n\r\t"}
{"text":"dua",}
{"text":"dua",,}
{"text":"dua"}}
{"text":"dua"} x
{"text":"dua" "a":1}
{"text":[1,]}
{"text":[1 2]}
{"text":}
{"text"}
{"text":nul}
{"text":"\x"}
{"text":"\u12"}
{"text":01}
{"text":1.}
{"text":-}
{"text":1e}
{"text":NaN}
{'text':"dua"}
{text:"dua"}
{"text":"dua
{"text":"dua\
/* a */{"text":"dua"}
[[],{}]
-0.5e+3
END
