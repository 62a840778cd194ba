// L18.d: 4 points
// says: Learn and scale with normal only
- Tensor learn = scaler.FitTransform(Rows(normal));
+ scaler.Fit(Rows(arriving)); Tensor learn = scaler.Transform(Rows(normal));
