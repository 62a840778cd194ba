// L04.c: 0 points
// says: For a positive x ReLU climbs
- return x > 0 ? 1 : 0;
+ return 0;
- return s * (1 - s);
+ return 0;
- return 1 - t * t;
+ return 0;
