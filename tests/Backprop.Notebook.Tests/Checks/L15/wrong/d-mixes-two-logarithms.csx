// L15.d: 2 points
// says: lies outside the limits
- .Select(_ => Math.Exp(from + (to - from) * random.NextDouble()))];
+ .Select(_ => Math.Pow(10, from + (to - from) * random.NextDouble()))];
