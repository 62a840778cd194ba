// L15.d: 3 points
// says: many of 30 draws are equal
- .Select(_ => Math.Exp(from + (to - from) * random.NextDouble()))];
+ .Select(_ => Math.Exp(from + (to - from) * new Random(seed).NextDouble()))];
