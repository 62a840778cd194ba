// L19.d
string[] Diagnose() => "Blind Collapsed Frozen".Split(" ");
