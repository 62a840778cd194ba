// L01.a: 4 points
// says: Is it > or >=
- return sum > theta ? 1 : 0;
+ return sum >= theta ? 1 : 0;
