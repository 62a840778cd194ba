// L01.a: 0 points
// says: The bar is theta
- return sum > theta ? 1 : 0;
+ return sum > 0 ? 1 : 0;
