// L20.d: 1 points
// says: It knows as little as a new model
- optimizer.Step();
+ 
