// L09.b: 4 points
// says: You put a there
- "sigmoid" => s * (1 - s),
+ "sigmoid" => v * (1 - v),
