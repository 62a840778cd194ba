// L10.b
- seen = [.. z.Select(Math.Tanh)];
+ [.. (seen = z).Select(Math.Tanh)];
- v * (1 - seen[i] * seen[i])
+ v / (Math.Cosh(seen[i]) * Math.Cosh(seen[i]))
