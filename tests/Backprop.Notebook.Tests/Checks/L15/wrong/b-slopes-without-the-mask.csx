// L15.b: 4 points
// says: what was dropped has no influence
- return ([.. h.Zip(factor, (x, f) => x * f)], [.. g.Zip(factor, (x, f) => x * f)]);
+ return ([.. h.Zip(factor, (x, f) => x * f)], [.. g]);
