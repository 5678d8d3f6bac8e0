using Shapes;

Probe.Hit("top-level"); // hit owner=Program.Main loop=no
await Task.Yield();
Probe.Hit("top-level-after-await"); // hit owner=Program.Main loop=no
foreach (var argument in args)
{
    await Task.Delay(argument.Length);
    Probe.Hit("top-level-loop"); // hit owner=Program.Main loop=yes
}

var count = 0;
Action hit = () => count += Probe.Hit("top-level-lambda"); // hit owner=Program.Main loop=no
hit();
await Local(3);
return count;

async Task Local(int n)
{
    while (n-- > 0)
    {
        await Task.Yield();
        count += Probe.Hit("top-level-local-function"); // hit owner=Program.Main loop=yes
    }
}
