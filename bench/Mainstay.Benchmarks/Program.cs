using Mainstay.Benchmarks;

return args switch
{
    ["first-light"] => FirstLight.Run(),
    ["second-engine", var results] => await SecondEngine.RunAsync(results),
    ["bare-engine", var orders, var output] => BareEngine.Run(orders, output),
    ["coverage", var results] => Coverage.Run(shops: 1000, results),
    ["worth", var results] => await WorthCosts.RunAsync(results),
    ["models-page", var results] => ModelsPage.Run(results),
    ["models", var orders] => ModelTimings.Run(orders),
    _ => Usage.Show(),
};
