// L08.d: 3 points
// says: left the range of int
- long paths = 1;
+ int paths = 1;
