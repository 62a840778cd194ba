// L08.d: 2 points
// says: so choices multiply
- long paths = 1;
+ long paths = 0;
- for (int layer = 0; layer < layers; layer++) paths *= width;
+ for (int layer = 0; layer < layers; layer++) paths += width;
