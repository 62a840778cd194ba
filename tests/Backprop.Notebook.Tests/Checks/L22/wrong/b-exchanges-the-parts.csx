// L22.b: 2 points
// says: That is the training part
- Place(name) < share
+ Place(name) >= share
