// L14.a: 2 points
// says: You cut off at 0 and 1
- double[] Scale(double[] v) => [.. v.Select((x, k) => (x - least[k]) / Range(k))];
+ double[] Scale(double[] v) => [.. v.Select((x, k) => Math.Clamp((x - least[k]) / Range(k), 0, 1))];
