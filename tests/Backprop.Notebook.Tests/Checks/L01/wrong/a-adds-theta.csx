// L01.a: 0 points
// says: You add theta to the sum
- return sum > theta ? 1 : 0;
+ return sum + theta > 0 ? 1 : 0;
