// L15.b: 0 points
// says: The scale belongs into training
- if (!training) return ([.. h], [.. g]);
+ if (!training) return ([.. h.Select(x => keep * x)], [.. g.Select(x => keep * x)]);
- double[] factor = [.. h.Select(_ => random.NextDouble() < keep ? 1 / keep : 0)];
+ double[] factor = [.. h.Select(_ => random.NextDouble() < keep ? 1.0 : 0)];
