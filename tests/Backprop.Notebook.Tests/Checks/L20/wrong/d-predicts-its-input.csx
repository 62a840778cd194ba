// L20.d: 1 points
// says: It repeats the last letter
- codes[(at + 1)..(at + 1 + memory)]
+ codes[at..(at + memory)]
