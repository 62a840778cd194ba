// L01.a: 0 points
// says: the comparison is turned round
- return sum > theta ? 1 : 0;
+ return sum < theta ? 1 : 0;
