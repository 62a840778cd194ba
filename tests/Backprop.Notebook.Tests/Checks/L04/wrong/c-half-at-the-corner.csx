// L04.c: 4 points
// says: At the corner there is no slope
- return x > 0 ? 1 : 0;
+ return x > 0 ? 1 : x == 0 ? 0.5 : 0;
