resource "azurerm_linux_web_app" "shop" {
  # client_affinity_enabled = true
  client_affinity_enabled = true # finding SF1014 MEDIUM @medium
}

resource "google_compute_backend_service" "api" {
  session_affinity = "NONE"
}
