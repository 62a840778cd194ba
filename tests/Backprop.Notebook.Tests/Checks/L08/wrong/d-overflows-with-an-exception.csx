// L08.d: 3 points
// says: it threw OverflowException
- long paths = 1;
+ int paths = 1;
- for (int layer = 0; layer < layers; layer++) paths *= width;
+ for (int layer = 0; layer < layers; layer++) paths = checked(paths * width);
