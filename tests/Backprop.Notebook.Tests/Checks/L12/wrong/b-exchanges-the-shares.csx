// L12.b: 4 points
// says: lets the new slope in
- return [.. slopes.Select(g => -eta * (m = beta * m + (1 - beta) * g))];
+ return [.. slopes.Select(g => -eta * (m = (1 - beta) * m + beta * g))];
