using Mainstay.Web.Ledger;
using Mainstay.Web.Worth;
using Mainstay.Worth;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Web.Shell.Hosting;

/// <summary>What pages and endpoints are given.</summary>
internal static class DashboardServices
{
    public static void Add(IServiceCollection services, DashboardOptions options)
    {
        services.AddSingleton(options.Workspace);
        services.AddSingleton(options.Ledger);
        services.AddSingleton(options.Clock);
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped(scope => FrameLoader.Of(scope.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddSingleton<Uploads>();
        services.AddSingleton<UploadLook>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<SnapshotCustomers>();
        services.AddSingleton<WorthReports>();
        services.AddSingleton<AnalysisDesk>();

        // An order log is as long as it is.
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = long.MaxValue);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();   // forms live as long as the process
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "mainstay-form";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.HttpOnly = true;
        });
    }
}
