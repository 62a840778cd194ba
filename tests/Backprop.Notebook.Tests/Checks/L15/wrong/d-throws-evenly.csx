// L15.d: 4 points
// says: They are thrown evenly
- .Select(_ => Math.Exp(from + (to - from) * random.NextDouble()))];
+ .Select(_ => low + (high - low) * random.NextDouble())];
