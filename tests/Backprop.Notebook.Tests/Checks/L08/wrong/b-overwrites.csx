// L08.b: 0 points
// says: add them (+=)
- from.Grad += order[i].Grad * local;
+ from.Grad = order[i].Grad * local;
