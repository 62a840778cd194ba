// L07.d: 0 points
// says: The diagonal lacks its o[i]
- i == j ? o[i] * (1 - o[i]) : -o[i] * o[j];
+ -o[i] * o[j];
