// L14.c: 4 points
// says: You held the mean and the variance still
- double[] dx = [.. g.Zip(hat, (a, b) => gamma / root * (a - meanG - b * along))];
+ double[] dx = [.. g.Zip(hat, (a, b) => gamma / root * a)];
