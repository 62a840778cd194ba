// L14.c: 4 points
// says: the way through the variance is missing
- double[] dx = [.. g.Zip(hat, (a, b) => gamma / root * (a - meanG - b * along))];
+ double[] dx = [.. g.Zip(hat, (a, b) => gamma / root * (a - meanG))];
