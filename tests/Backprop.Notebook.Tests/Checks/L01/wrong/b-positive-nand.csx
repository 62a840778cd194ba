// L01.b: 3 points
// says: it has to push the other way
- return [[1, 1, 0.5], [-1, -1, -1.5], [1, 1, 1, 1.5]];
+ return [[1, 1, 0.5], [1, 1, -0.5], [1, 1, 1, 1.5]];
