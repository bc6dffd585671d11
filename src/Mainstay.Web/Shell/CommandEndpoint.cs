namespace Mainstay.Web.Shell;

/// <summary>
/// Runs a command line that another process sent to a running <c>serve</c>. The host maps it to
/// <c>POST /internal/command</c> behind the token of <c>serve.json</c> and passes the bodies through untouched:
/// only the command line knows what is in them. Writes asynchronously; ends when the command has ended.
/// </summary>
/// <param name="request">Body of the request.</param>
/// <param name="response">Body of the answer, <c>application/octet-stream</c>, not buffered.</param>
/// <param name="cancellationToken">Cancelled when the caller is gone.</param>
public delegate Task CommandEndpoint(Stream request, Stream response, CancellationToken cancellationToken);
