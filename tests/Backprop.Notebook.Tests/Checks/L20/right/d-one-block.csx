// L20.d
- var gpt = new Gpt(letters.Count, memory, width: 32, heads: 2, blocks: 2);
+ var gpt = new Gpt(letters.Count, memory, width: 32, heads: 4, blocks: 1);
