// L08.d: 2 points
// says: Every hidden layer is a choice
- for (int layer = 0; layer < layers; layer++) paths *= width;
+ for (int layer = 1; layer < layers; layer++) paths *= width;
