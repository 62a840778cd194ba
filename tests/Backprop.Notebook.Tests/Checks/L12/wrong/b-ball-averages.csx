// L12.b: 4 points
// says: Those are the moves of the averaging form
- return [.. slopes.Select(g => v = beta * v - alpha * g)];
+ return [.. slopes.Select(g => v = beta * v - (1 - beta) * alpha * g)];
