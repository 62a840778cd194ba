// L18.d: 1 points
// says: odd rows get the lowest scores
- return machine.Errors(scaler.Transform(Rows(arriving))).ToArray<double>();
+ return machine.Errors(scaler.Transform(Rows(arriving))).ToArray<double>().Select(e => -e).ToArray();
