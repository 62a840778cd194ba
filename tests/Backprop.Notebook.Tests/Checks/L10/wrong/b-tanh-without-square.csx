// L10.b: 3 points
// says: 1 - tanh: the square is missing
- v * (1 - seen[i] * seen[i])
+ v * (1 - seen[i])
