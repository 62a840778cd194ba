// L09.a: 3 points
// says: this loss has no 1/2 in front
- if (loss == "squared") delta = [.. delta.Select(v => 2 * v)];
+ 
