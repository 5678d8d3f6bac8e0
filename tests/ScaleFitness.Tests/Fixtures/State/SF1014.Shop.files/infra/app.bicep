param location string
/* an old form:
  clientAffinityEnabled: true
*/
resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: 'shop'
  location: location
  properties: {
    // clientAffinityEnabled: true
    clientAffinityEnabled: true // finding SF1014 MEDIUM @medium
    httpsOnly: true
  }
}

resource api 'Microsoft.Web/sites@2023-12-01' = {
  name: 'api'
  location: location
  properties: {
    clientAffinityEnabled: false
  }
}
