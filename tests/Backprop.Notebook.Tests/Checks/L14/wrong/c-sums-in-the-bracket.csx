// L14.c: 4 points
// says: Inside the bracket stand means
- double[] dx = [.. g.Zip(hat, (a, b) => gamma / root * (a - meanG - b * along))];
+ double[] dx = [.. g.Zip(hat, (a, b) => gamma / root * (a - x.Length * meanG - x.Length * b * along))];
