// L20.c: 1 points
// says: The columns were dealt out one by one
- [.. rows.Select(row => row[from..to])];
+ [.. rows.Select(row => row.Where((_, c) => c % heads == from / (to - from)).ToArray())];
